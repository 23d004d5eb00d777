package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.entity.Hashes;
import org.clew.model.links.LinkType;
import org.clew.model.source.Tlp;

/**
 * A STIX 2.1 bundle. Every link is a {@code related-to} relationship whose exact type stands in
 * Clew's extension: STIX 2.1 defines none of Clew's types between these objects. Groupings list
 * their members, so the members of clusters are held until the end.
 *
 * <p>What one source says is marked as that source is, where that is stricter than the export;
 * entities and groupings, which can hold what any of them says, as the strictest of all.
 */
final class StixWriter implements DocumentWriter {
  private static final class Members {
    final String name;
    final Set<String> references = new TreeSet<>();

    Members(String name) {
      this.name = name;
    }
  }

  private final JsonOut json;
  private final Tlp least;
  private final Set<Tlp> defined = EnumSet.noneOf(Tlp.class);
  private final StixEntities entities = new StixEntities();
  private final StixReferences references = new StixReferences();
  private final SortedMap<EntityId, Members> clusters = new TreeMap<>();
  private final MessageDigest ids = Hashes.newSha256();
  private Tlp strictest;

  StixWriter(ExportOptions options, OutputStream out) throws IOException {
    json = new JsonOut(out);
    least = options.tlp();
    strictest = least;
    json.member("type", "bundle");
    json.array("objects");
    for (StixObject object : StixPreamble.objects()) {
      write(object);
    }
    String truncated = options.truncated();
    if (truncated != null) {
      write(StixPreamble.truncated(truncated), least);
    }
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    references.add(source);
    strictest = strictest.stricter(level(source.id()));
    write(
        StixObject.dated("clew-source", entities.reference(source.id()))
            .with("name", references.title(source.id()))
            .with("external_references", references.to(source.id(), List.of()))
            .extended(
                "new-sdo", Map.of("properties", properties, "source_id", source.id().value())),
        level(source.id()));
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    write(entities.object(entity), strictest);
    if (entity.id().kind() == EntityKind.CLUSTER) {
      clusters.put(entity.id(), new Members(entity.name()));
    }
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    SortedMap<String, Object> known = GraphProperties.known(properties);
    Map<String, Object> content = new TreeMap<>();
    content.put("entity_id", entity.value());
    content.put("source_id", source.value());
    content.put("properties", known);
    List<?> evidence = known.get(GraphSchema.EVIDENCE) instanceof List<?> list ? list : List.of();
    String id = GraphProperties.statementId(entity, source);
    write(
        StixObject.dated("note", StixIds.own("note", id))
            .with("abstract", references.title(source) + " on " + known.get(GraphSchema.NAME))
            .with("content", prose(known))
            .with("object_refs", List.of(entities.reference(entity)))
            .with("confidence", references.confidence(null, source))
            .with("external_references", references.to(source, evidence))
            .extended("property-extension", content),
        level(source));
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    String from = entities.reference(link.from());
    Members members = clusters.get(link.to());
    if (link.type() == LinkType.IN_CLUSTER && members != null) {
      members.references.add(from);
    }
    StixPeriod period = StixPeriod.of(link);
    write(
        StixObject.dated("relationship", StixIds.own("relationship", link.id()))
            .with("relationship_type", "related-to")
            .with("description", sentence(link))
            .with("source_ref", from)
            .with("target_ref", entities.reference(link.to()))
            .with("start_time", period.start())
            .with("stop_time", period.stop())
            .with("confidence", references.confidence(link.grade(), link.source()))
            .with("external_references", references.to(link.source(), link.evidence()))
            .extended("property-extension", content(link, properties)),
        level(link.source()));
  }

  @Override
  public void end() throws IOException {
    for (Map.Entry<EntityId, Members> cluster : clusters.entrySet()) {
      write(grouping(cluster.getKey(), cluster.getValue()), strictest);
    }
    String key = HexFormat.of().formatHex(ids.digest());
    json.member("id", StixIds.own("bundle", key));
    json.end();
  }

  private StixObject grouping(EntityId cluster, Members members) {
    List<String> objects = new ArrayList<>();
    objects.add(entities.reference(cluster));
    objects.addAll(members.references);
    return StixObject.dated("grouping", StixIds.own("grouping", cluster.value()))
        .with("name", members.name)
        .with("context", "unspecified")
        .with("object_refs", objects)
        .extended("property-extension", Map.of("cluster_id", cluster.value()));
  }

  private Tlp level(EntityId source) {
    return least.stricter(references.level(source));
  }

  /** A marking stands before what is first marked so. */
  private void write(StixObject object, Tlp level) throws IOException {
    if (defined.add(level)) {
      write(StixMarking.definition(level));
    }
    write(object.marked(level));
  }

  private void write(StixObject object) throws IOException {
    ids.update(object.id().getBytes(StandardCharsets.UTF_8));
    json.element(object.fields());
  }

  private static Map<String, Object> content(LinkView link, SortedMap<String, Object> properties) {
    Map<String, Object> content = new TreeMap<>();
    content.put("link_id", link.id());
    content.put("link_type", link.type().name());
    content.put("from_id", link.from().value());
    content.put("to_id", link.to().value());
    content.put("properties", properties);
    return content;
  }

  private static String sentence(LinkView link) {
    String type = link.type().name().replace('_', ' ');
    String note = link.note() == null ? "" : " " + link.note();
    return link.fromName() + " " + type + " " + link.toName() + " (" + link.basis() + ")." + note;
  }

  private static String prose(SortedMap<String, Object> properties) {
    return properties.entrySet().stream()
        .filter(property -> !property.getKey().equals(GraphSchema.EVIDENCE))
        .map(property -> property.getKey() + ": " + property.getValue())
        .collect(Collectors.joining("\n"));
  }
}
