package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody may pass on what is for few because the document around it is for more. */
class ExportMarkingTest {
  private static final EntityId ACCOUNT = EntityId.account("x", "1");
  private static final EntityId DOMAIN = EntityId.domain("example.org");

  @Test
  void shouldMarkWhatASourceSaysNoLessStrictlyThanTheSource() throws IOException {
    JsonNode bundle = new ObjectMapper().readTree(export(ExportFormat.STIX, "amber+strict"));
    assertThat(markings(bundle, "relationship"))
        .containsExactly(StixMarking.id(Tlp.AMBER), StixMarking.id(Tlp.AMBER_STRICT));
    assertThat(markings(bundle, "user-account")).containsExactly(StixMarking.id(Tlp.AMBER_STRICT));
    assertThat(StixRules.brokenBy(bundle)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SVG", "HTML"})
  void shouldMarkAPictureAsItsStrictestSource(ExportFormat format) {
    assertThat(export(format, "red")).contains("TLP:RED").doesNotContain("TLP:AMBER");
    assertThat(export(format, "green")).contains("TLP:AMBER").doesNotContain("TLP:GREEN");
  }

  @Test
  void shouldSayWhereNobodySetTheLevel() {
    assertThat(export(ExportFormat.HTML, "green")).contains("TLP:AMBER (default, set by nobody)");
    assertThat(export(ExportFormat.HTML, "amber")).contains("TLP:AMBER").doesNotContain("default,");
    assertThat(export(ExportFormat.HTML, "red")).doesNotContain("default,");
  }

  private static List<String> markings(JsonNode bundle, String type) {
    List<String> markings = new ArrayList<>();
    for (JsonNode object : bundle.get("objects")) {
      if (object.get("type").asText().equals(type)) {
        markings.add(object.get("object_marking_refs").get(0).asText());
      }
    }
    return markings;
  }

  /** Two links, one of an open source and one of a source of some level. */
  private static String export(ExportFormat format, String level) {
    EntityId open = EntityId.source("open");
    EntityId secret = EntityId.source("secret");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport export = GraphExport.writer(format, out);
    export.source(source(open, "clear"));
    export.source(source(secret, level));
    export.entity(new EntityView(ACCOUNT, "someone", new TreeMap<>()));
    export.entity(new EntityView(DOMAIN, "example.org", new TreeMap<>()));
    export.link(link("1", open));
    export.link(link("2", secret));
    export.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static SourceView source(EntityId id, String tlp) {
    return new SourceView(
        id, id.local(), null, null, "B2", null, null, null, null, null, List.of(), tlp);
  }

  private static LinkView link(String id, EntityId source) {
    return new LinkView(
        id,
        ACCOUNT,
        "someone",
        LinkType.LINKS_TO,
        DOMAIN,
        "example.org",
        "amplification",
        source,
        null,
        null,
        "observed",
        null,
        null,
        null,
        1,
        List.of(),
        null,
        null);
  }
}
