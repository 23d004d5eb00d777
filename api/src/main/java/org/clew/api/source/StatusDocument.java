package org.clew.api.source;

import java.util.List;
import java.util.SortedMap;
import org.clew.cypher.source.GraphStatus;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.Rejections.Rejection;
import org.clew.loader.ingest.UnfinishedLoads.UnfinishedLoad;
import org.clew.loader.observation.Load;

/**
 * How much of what is loaded.
 *
 * @param entities number by kind label
 * @param links number by type
 * @param posts posts in the observation log
 * @param observations observed acts in the observation log
 * @param sources number of sources
 * @param graphVersion raised by every committed change of the graph
 * @param rejected what loads rejected and what is therefore missing, in the order of the loads
 * @param unfinished loads that are going on or were interrupted, by the time at which they began
 */
public record StatusDocument(
    SortedMap<String, Long> entities,
    SortedMap<String, Long> links,
    long posts,
    long observations,
    long sources,
    long graphVersion,
    List<Rejection> rejected,
    List<UnfinishedLoad> unfinished) {

  /** The counts of a graph and of the log beside it. */
  public static StatusDocument of(GraphStatus graph, DataFolder data) {
    var loads = data.log().loads();
    return new StatusDocument(
        graph.entities(),
        graph.links(),
        loads.stream().mapToLong(Load::posts).sum(),
        loads.stream().mapToLong(Load::observations).sum(),
        graph.sources(),
        graph.graphVersion(),
        data.rejections().all(),
        data.unfinishedLoads().all());
  }

  /** The same for those whom the folders of this machine do not concern. */
  public StatusDocument withoutFolders() {
    return new StatusDocument(
        entities,
        links,
        posts,
        observations,
        sources,
        graphVersion,
        rejected,
        unfinished.stream().map(UnfinishedLoad::withoutFolders).toList());
  }
}
