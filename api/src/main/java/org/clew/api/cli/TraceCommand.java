package org.clew.api.cli;

import org.clew.api.query.SavedQuestion;
import org.clew.api.query.SavedQuestions;
import org.clew.api.trace.GraphTraces;
import org.clew.api.trace.TraceBody;
import org.clew.api.trace.TraceDocument;
import org.clew.api.trace.TraceRequest;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.links.Hypothesis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description = "Finds the strongest chains of evidence from an entity or cluster to a target.")
final class TraceCommand extends GraphCommand {
  /** What can be followed from one entity to another. */
  private enum Followed {
    CONTROL,
    AMPLIFICATION
  }

  @Parameters(paramLabel = "FROM", description = "An id, a handle, a host, a URL or a name.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      defaultValue = TraceRequest.STATE_MEDIA,
      description =
          "An entity, a State as state:IR, or state-media: every official, state-controlled or"
              + " captured outlet.")
  private String to = TraceRequest.STATE_MEDIA;

  @Option(
      names = "--hypothesis",
      paramLabel = "WHICH",
      defaultValue = "control",
      description =
          "control: who runs it; or amplification: whose content it spreads, as no proof of control.")
  private Followed hypothesis = Followed.CONTROL;

  @Option(names = "--hops", description = "At most so many steps, 1 to 6.")
  private int hops = TraceRequest.DEFAULT_HOPS;

  @Option(names = "--top", description = "How many chains, 1 to 50.")
  private int top = TraceRequest.DEFAULT_TOP;

  @Mixin private EvidenceOptions evidence = new EvidenceOptions();

  @Option(names = "--save", paramLabel = "NAME", description = "Keeps the trace under a name.")
  private @Nullable String save;

  TraceCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    TraceRequest request =
        new TraceRequest(
            from,
            to,
            hypothesis == Followed.CONTROL ? Hypothesis.CONTROL : Hypothesis.AMPLIFICATION,
            hops,
            top,
            evidence.asOf(),
            evidence.trust(),
            evidence.without(),
            evidence.reader());
    try (GraphStore store = openGraph()) {
      TraceDocument document = new GraphTraces(store, new DataFolder(data())).trace(request);
      if (save != null) {
        SavedQuestion question = SavedQuestion.trace(save, TraceBody.of(request));
        new SavedQuestions(new DataFolder(data())).save(question);
      }
      print(document, d -> TraceText.of(d).forEach(this::line));
      return DONE;
    }
  }
}
