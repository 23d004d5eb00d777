package org.clew.cypher.links;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Rows of {@code from, type, to, r} as links of the model. */
public final class LinkRows {
  private LinkRows() {}

  /** The link a row gives. */
  public static Link link(Record row) {
    Value r = row.get("r");
    @Nullable String firstSeen = text(r.get("firstSeen"));
    @Nullable String lastSeen = text(r.get("lastSeen"));
    @Nullable String grade = text(r.get("grade"));
    return new Link(
        new EntityId(row.get("from").asString()),
        LinkType.valueOf(row.get("type").asString()),
        new EntityId(row.get("to").asString()),
        new EntityId(r.get("source").asString()),
        firstSeen == null ? null : new PartialDate(firstSeen),
        lastSeen == null ? null : new PartialDate(lastSeen),
        r.get("count").asLong(1),
        Basis.ofWord(r.get("basis").asString("reported")),
        text(r.get("evidenceKind")),
        grade == null ? null : Grade.parse(grade),
        r.get("evidence").isNull() ? List.of() : r.get("evidence").asList(Value::asString),
        text(r.get("note")));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
