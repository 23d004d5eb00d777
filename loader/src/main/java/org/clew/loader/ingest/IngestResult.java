package org.clew.loader.ingest;

import java.util.List;
import org.clew.model.claim.Claim;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Source;

/**
 * What one file gave.
 *
 * @param file its name without the folder
 * @param format the format it was read with
 * @param source the source it stands for
 * @param counts what became of its rows
 * @param facts what it says
 * @param verbatim whether the file is the export of a graph, whose facts stand as they are and give
 *     no occasion to propose claims
 * @param claims claims it makes or lets one make, in the order of their ends
 * @param rejects rows and values not taken over, in the order of the file
 */
public record IngestResult(
    String file,
    String format,
    Source source,
    RowCounts counts,
    Facts facts,
    boolean verbatim,
    List<Claim> claims,
    List<RejectedRow> rejects) {
  public IngestResult {
    claims = List.copyOf(claims);
    rejects = List.copyOf(rejects);
  }
}
