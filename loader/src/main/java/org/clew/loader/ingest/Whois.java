package org.clew.loader.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.clew.loader.entity.Countries;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.NoiseList;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration record in JSON. Placeholders are never indicators, nor is anything that stands
 * there for a privacy service in place of the registrant.
 */
final class Whois {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
  private static final int MIN_PHONE_DIGITS = 7;
  private static final int DAY_LENGTH = 10;

  private final EntityId domain;
  private final JsonNode record;
  private final RowFacts facts;
  private int stated;

  private Whois(EntityId domain, JsonNode record, RowFacts facts) {
    this.domain = domain;
    this.record = record;
    this.facts = facts;
  }

  /**
   * States what the record says; a sentence why there is nothing, before which nothing was stated.
   */
  static @Nullable String state(EntityId domain, String content, RowFacts facts) {
    try {
      JsonNode record = JSON.readTree(content);
      if (!record.isObject()) {
        return "No indicator: the registration record is not a JSON object.";
      }
      return new Whois(domain, record, facts).state()
          ? null
          : "No indicator: the registration record is empty or a placeholder.";
    } catch (JsonProcessingException e) {
      return "No indicator: the registration record is not JSON.";
    }
  }

  private boolean state() {
    stateDelegation();
    stateCreation();
    stateEmails();
    if (!isProxied()) {
      stateRegistrant();
    }
    return stated > 0;
  }

  private void stateDelegation() {
    for (String server : values("name_servers")) {
      Hosts.normalise(server).ifPresent(host -> uses("hosting/name-server", host));
    }
    values("registrar").forEach(name -> uses("template/registrar", name.toLowerCase(Locale.ROOT)));
  }

  private void stateCreation() {
    values("creation_date").stream()
        .filter(text -> text.length() >= DAY_LENGTH)
        .map(text -> PartialDate.tryParse(text.substring(0, DAY_LENGTH)))
        .flatMap(Optional::stream)
        .sorted()
        .findFirst()
        .ifPresent(
            day -> {
              uses("template/creation-date", day.text());
              facts.entity(domain, domain.local(), Map.of(Attribute.CREATED.key(), day.text()));
            });
  }

  private void stateEmails() {
    for (String email : values("emails")) {
      if (email.matches(EMAIL) && !NoiseList.builtIn().isServiceEmail(email)) {
        uses("registration/email", email.toLowerCase(Locale.ROOT));
      }
    }
  }

  private boolean isProxied() {
    return List.of("name", "org", "address").stream()
        .flatMap(field -> values(field).stream())
        .anyMatch(NoiseList.builtIn()::isProxy);
  }

  private void stateRegistrant() {
    values("org").forEach(org -> uses("registration/org", org));
    values("name").forEach(name -> uses("registration/name", name));
    values("address").forEach(address -> uses("registration/address", address));
    for (String field : List.of("phone", "registrant_phone", "phone_number")) {
      for (String phone : values(field)) {
        String digits = phone.replaceAll("[^0-9]", "");
        if (digits.length() >= MIN_PHONE_DIGITS) {
          uses("registration/phone", "+" + digits);
        }
      }
    }
    values("country").stream()
        .map(Countries::code)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(this::stateCountry);
  }

  /** A country alone is no address: only a registrant who is named counts towards his State. */
  private void stateCountry(String country) {
    facts.entity(domain, domain.local(), Map.of(Attribute.COUNTRY.key(), country));
    if (!values("org").isEmpty() || !values("name").isEmpty()) {
      EntityId state = EntityId.state(country);
      facts.entity(state, Countries.name(country), Map.of(Attribute.COUNTRY.key(), country));
      facts.link(
          domain,
          LinkType.ORIGINATES_IN,
          state,
          Basis.OBSERVED,
          null,
          "geography/registrant-address",
          null);
    }
  }

  private void uses(String kind, String value) {
    facts.uses(domain, kind, value);
    stated++;
  }

  /** The distinct values of a field that are no placeholders, with their white space collapsed. */
  private List<String> values(String field) {
    JsonNode node = record.path(field);
    List<JsonNode> nodes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(nodes::add);
    } else {
      nodes.add(node);
    }
    TreeSet<String> values = new TreeSet<>();
    for (JsonNode value : nodes) {
      String text = value.isTextual() ? value.asText().strip().replaceAll("\\s+", " ") : "";
      if (!NoiseList.builtIn().isPlaceholder(text)) {
        values.add(text);
      }
    }
    return List.copyOf(values);
  }
}
