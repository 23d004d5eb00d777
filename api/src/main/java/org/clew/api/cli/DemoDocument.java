package org.clew.api.cli;

import java.util.List;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.ingest.LoadDocument;
import org.clew.api.trace.TraceDocument;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.GraphStatus;

/**
 * What the demo found.
 *
 * @param data where its store is
 * @param loaded what became of the bundled files
 * @param status what the graph holds
 * @param traces traces to state media
 * @param pair what ties two sites of which neither leads to an outlet
 * @param libertyFrontPress the trace of that network, as known ten days after its removal
 * @param verdict what may be concluded of that network, as of the same day
 * @param picture who says what of that network
 */
record DemoDocument(
    String data,
    LoadDocument loaded,
    GraphStatus status,
    List<TraceDocument> traces,
    TraceDocument pair,
    TraceDocument libertyFrontPress,
    AttributionDocument verdict,
    List<LinkView> picture) {}
