package org.clew.api.cli;

import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.ComparisonDocument;
import org.clew.api.attribution.GraphAttributions;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "attribute",
    description =
        "Says who may be behind a cluster or an entity, how surely, and what it hangs on.")
final class AttributeCommand extends GraphCommand {
  private static final String ALL = "all clusters";

  @Parameters(
      arity = "0..1",
      paramLabel = "CLUSTER|ENTITY",
      description = "An id, a handle, a host, a URL or a name.")
  private @Nullable String subject;

  @Option(names = "--against", paramLabel = "OTHER", description = "Show another one beside it.")
  private @Nullable String against;

  @Option(names = "--all-clusters", description = "Every cluster that has members.")
  private boolean allClusters;

  @Mixin private EvidenceOptions evidence = new EvidenceOptions();

  @Option(
      names = "--kinds",
      paramLabel = "VERSION",
      description = "Computes with an older table of kinds, as a verdict states it.")
  private @Nullable Integer kinds;

  @Option(
      names = "--verdicts",
      paramLabel = "VERSION",
      description = "Computes with an older table of verdicts, as a verdict states it.")
  private @Nullable Integer verdicts;

  AttributeCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (allClusters == (subject != null) || (allClusters && against != null)) {
      throw new ClewException(
          Reason.USAGE, "Name one cluster or entity, or ask for --all-clusters.");
    }
    AttributionRequest request =
        new AttributionRequest(
            subject == null ? ALL : subject,
            evidence.asOf(),
            evidence.trust(),
            evidence.without(),
            evidence.reader(),
            kinds,
            verdicts);
    try (GraphStore store = openGraph()) {
      GraphAttributions attributions = new GraphAttributions(store, new DataFolder(data()));
      if (allClusters) {
        printAll(attributions.allClusters(request));
      } else if (against != null) {
        ComparisonDocument both = attributions.compare(request, against);
        print(both, d -> AttributionText.of(d).forEach(this::line));
      } else {
        AttributionDocument one = attributions.attribute(request);
        print(one, d -> AttributionText.of(d).forEach(this::line));
      }
      return DONE;
    }
  }

  private void printAll(List<AttributionDocument> all) {
    print(
        new ListDocument<>(all, null, null),
        d -> AttributionText.summary(d.items()).forEach(this::line));
  }
}
