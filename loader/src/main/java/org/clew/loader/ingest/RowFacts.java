package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import org.clew.loader.entity.IndicatorValues;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** The statements of one row, with the file as their source and the row as their evidence. */
record RowFacts(FactSink sink, Row row) {
  EntityId entity(EntityId id, String name, Map<String, ?> attributes) {
    sink.entity(
        Entity.of(id, name.isBlank() ? id.local() : name, attributes),
        FactSink.FILE,
        row.evidence());
    return id;
  }

  EntityId domain(String host) {
    return entity(EntityId.domain(host), host, Map.of());
  }

  EntityId asset(WebAddress.Asset asset) {
    return entity(asset.id(), asset.name(), Map.of());
  }

  EntityId indicator(String kind, String value) {
    String normal = IndicatorValues.normal(kind, value);
    return entity(EntityId.indicator(kind, normal), normal, Map.of());
  }

  void uses(EntityId asset, String kind, String value) {
    link(asset, LinkType.USES, indicator(kind, value), Basis.OBSERVED);
  }

  void link(EntityId from, LinkType type, EntityId to, Basis basis) {
    link(from, type, to, basis, null, null);
  }

  void link(
      EntityId from,
      LinkType type,
      EntityId to,
      Basis basis,
      @Nullable PartialDate firstSeen,
      @Nullable String note) {
    link(from, type, to, basis, firstSeen, null, note);
  }

  void link(
      EntityId from,
      LinkType type,
      EntityId to,
      Basis basis,
      @Nullable PartialDate firstSeen,
      @Nullable String evidenceKind,
      @Nullable String note) {
    sink.link(
        new Link(
            from,
            type,
            to,
            FactSink.FILE,
            firstSeen,
            null,
            1,
            basis,
            evidenceKind,
            null,
            List.of(row.evidence()),
            note));
  }

  void rejectValue(String column, String reason) {
    sink.rejectValue(row.reject(column, reason));
  }
}
