package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionDocument.AssessmentDocument;
import org.clew.api.attribution.AttributionDocument.CandidateDocument;
import org.clew.api.attribution.AttributionDocument.MembersDocument;
import org.clew.api.attribution.AttributionDocument.OutletDocument;
import org.clew.api.attribution.AttributionDocument.VerdictDocument;
import org.clew.api.trace.TraceDocument.Method;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;

class AttributionTextTest {
  @Test
  void shouldSayOfAStateAlignedCandidateWhatALowConfidenceMeans() {
    CandidateDocument aligned =
        new CandidateDocument(
            new OutletDocument(
                new EntityId("outlet:ir:press-tv"),
                "Press TV",
                "IR",
                "state-controlled",
                Set.of(),
                false),
            new AssessmentDocument(
                0.7, 0, List.of(), 0.1, 1, 1, Set.of(), Set.of(), List.of(), List.of()),
            null,
            List.of(),
            new VerdictDocument("state-aligned", "low", "likely", List.of(), List.of()));

    assertThat(AttributionText.of(of(aligned)))
        .contains(
            "   Relation: state-aligned",
            "   Confidence: low",
            "   Likelihood: likely, if what it rests on holds");
  }

  private static AttributionDocument of(CandidateDocument candidate) {
    return new AttributionDocument(
        new EntityId("domain:fan.example"),
        "fan.example",
        null,
        1,
        new Method("1", Map.of()),
        new MembersDocument(1, 1),
        List.of(candidate),
        List.of(),
        List.of(),
        Set.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        0);
  }
}
