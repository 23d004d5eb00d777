package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clew.loader.entity.Countries;
import org.clew.loader.entity.NoiseList;
import org.clew.loader.entity.Slugs;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The State Media Matrix: one row an outlet, some outlets in several rows. An outlet is one
 * (country, company, asset). Being listed is not being an adversary: the typology says what the
 * State's hand in it is.
 */
final class StateMediaMatrixReader implements FormatReader {
  private static final String X = "Twitter Link";
  private static final List<String> CHANNELS =
      List.of(
          "Instagram Link",
          X,
          "Facebook Link",
          "Youtube Link",
          "Telegram Link",
          "VK Link",
          "Linkedin link",
          "Ok.ru link",
          "Tiktok Link",
          "Rutube Link");
  private static final String STREAM = "streaming media URL";

  @Override
  public String name() {
    return "state-media-matrix";
  }

  @Override
  public String fills() {
    return "outlets, owners, states, their sites and channels";
  }

  @Override
  public String recognisedBy() {
    return "columns Country, Media company, Main assets, Typology";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('B', 2);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("Country", "Media company", "Main assets", "Typology");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    List<Outlet> outlets = new ArrayList<>();
    CsvTable.read(input, sink, row -> outlet(row, outlets));
    Map<String, EntityId> ids = ids(outlets);
    for (Outlet outlet : outlets) {
      state(outlet, ids, new RowFacts(sink, outlet.row()));
    }
  }

  /** A row with a country, and the key that tells outlets apart. */
  private record Outlet(Row row, String country, String company, String asset) {
    String key() {
      return country + "|" + company + "|" + asset;
    }

    String id() {
      return EntityId.outlet(country, Slugs.of(asset)).value();
    }
  }

  private static @Nullable RejectedRow outlet(Row row, List<Outlet> outlets) {
    Optional<String> country = Countries.code(row.get("Country"));
    String asset = collapse(row.get("Main assets"));
    if (country.isEmpty()) {
      return row.reject("Country", "'" + row.get("Country") + "' is not a country Clew knows.");
    }
    if (asset.isEmpty()) {
      return row.reject("Main assets", "The row names no outlet.");
    }
    outlets.add(new Outlet(row, country.get(), collapse(row.get("Media company")), asset));
    return null;
  }

  /**
   * Ids by key. Of several outlets with one country and slug the one whose key comes first in the
   * alphabet keeps the plain id, the others carry a hash: whatever the order of the rows.
   */
  private static Map<String, EntityId> ids(List<Outlet> outlets) {
    Map<String, Outlet> byKey = new TreeMap<>();
    outlets.forEach(outlet -> byKey.putIfAbsent(outlet.key(), outlet));
    Map<String, EntityId> ids = new LinkedHashMap<>();
    Map<String, String> taken = new TreeMap<>();
    byKey.forEach(
        (key, outlet) -> {
          boolean free = taken.putIfAbsent(outlet.id(), key) == null;
          String id = free ? outlet.id() : outlet.id() + "-" + Slugs.hash(key);
          ids.put(key, new EntityId(id));
        });
    return ids;
  }

  private static void state(Outlet outlet, Map<String, EntityId> ids, RowFacts facts) {
    EntityId id = ids.getOrDefault(outlet.key(), new EntityId(outlet.id()));
    String typology = outlet.row().get("Typology");
    StateRelation relation = StateRelation.ofTypology(typology);
    if (relation == StateRelation.UNKNOWN && !typology.isEmpty()) {
      facts.rejectValue("Typology", "'" + typology + "' is not a typology of the matrix.");
    }
    facts.entity(id, outlet.asset(), attributes(outlet, relation));
    stateOwner(outlet, id, relation, facts);
    stateSite(id, outlet.row(), facts);
    for (String channel : CHANNELS) {
      stateChannel(id, outlet.row(), channel, facts);
    }
    stateStream(id, outlet.row(), facts);
  }

  private static Map<String, Object> attributes(Outlet outlet, StateRelation relation) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.COUNTRY.key(), outlet.country());
    attributes.put(Attribute.STATE_RELATION.key(), relation.word());
    put(attributes, Attribute.COMPANY, outlet.company());
    put(attributes, Attribute.REGION, outlet.row().get("Region"));
    put(attributes, Attribute.TYPOLOGY, outlet.row().get("Typology"));
    put(attributes, Attribute.STATUS, outlet.row().get("Status"));
    put(attributes, Attribute.NOTE, outlet.row().get("Notes"));
    return attributes;
  }

  private static void put(Map<String, Object> attributes, Attribute attribute, String value) {
    if (!value.isEmpty()) {
      attributes.put(attribute.key(), value);
    }
  }

  private static void stateOwner(
      Outlet outlet, EntityId id, StateRelation relation, RowFacts facts) {
    String country = outlet.country();
    if (!outlet.company().isEmpty()) {
      EntityId owner =
          EntityId.organization(
              country.toLowerCase(Locale.ROOT) + ":" + Slugs.of(outlet.company()));
      facts.entity(owner, outlet.company(), Map.of(Attribute.COUNTRY.key(), country));
      facts.link(owner, LinkType.OWNS, id, Basis.REPORTED);
    }
    if (relation.isOfTheState()) {
      EntityId state = EntityId.state(country);
      facts.entity(state, Countries.name(country), Map.of(Attribute.COUNTRY.key(), country));
      facts.link(state, LinkType.CONTROLS, id, Basis.REPORTED, null, relation.word());
    }
  }

  private static void stateSite(EntityId outlet, Row row, RowFacts facts) {
    if (row.says("URL")) {
      for (String address : addresses(row.get("URL"))) {
        publish(outlet, WebAddress.of(address), "URL", facts);
      }
    }
  }

  private static void stateChannel(EntityId outlet, Row row, String column, RowFacts facts) {
    if (!row.says(column)) {
      return;
    }
    String text = row.get(column);
    WebAddress address =
        column.equals(X) && text.startsWith("@")
            ? WebAddress.ofHandle("x", text)
            : WebAddress.of(text);
    if (address instanceof WebAddress.Site site) {
      facts.rejectValue(column, "'" + site.url() + "' is no channel on a platform.");
    } else {
      publish(outlet, address, column, facts);
    }
  }

  /** The addresses in a cell, where each part between blanks, commas or semicolons is one. */
  private static List<String> addresses(String cell) {
    List<String> parts = List.of(cell.split("[\\s,;]+"));
    boolean all = parts.stream().noneMatch(p -> WebAddress.of(p) instanceof WebAddress.Nothing);
    return all ? parts : List.of(cell);
  }

  /** A stream on a host that serves everybody says nothing of the outlet's own channels. */
  private static void stateStream(EntityId outlet, Row row, RowFacts facts) {
    if (!row.says(STREAM)) {
      return;
    }
    WebAddress address = WebAddress.of(row.get(STREAM));
    if (address instanceof WebAddress.Site site
        && NoiseList.builtIn().host(site.host()).isPresent()) {
      facts.rejectValue(STREAM, "'" + site.host() + "' serves everybody.");
    } else {
      publish(outlet, address, STREAM, facts);
    }
  }

  private static void publish(EntityId outlet, WebAddress address, String column, RowFacts facts) {
    if (address instanceof WebAddress.Site site) {
      facts.link(outlet, LinkType.PUBLISHES_ON, facts.domain(site.host()), Basis.OBSERVED);
    } else if (address instanceof WebAddress.Asset asset) {
      facts.link(outlet, LinkType.PUBLISHES_ON, facts.asset(asset), Basis.OBSERVED);
    } else if (address instanceof WebAddress.Nothing nothing) {
      facts.rejectValue(column, nothing.reason());
    }
  }

  private static String collapse(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
