package org.clew.loader.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.IndicatorValues;
import org.clew.loader.entity.IpAddresses;
import org.clew.loader.entity.Urls;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** MISP warning lists: hosts and values that tie nobody to anybody, marked with the list's name. */
final class WarningListReader implements FormatReader {
  private static final Pattern CIDR =
      Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})(?:/(\\d{1,2}))?");
  private static final Pattern LIST = Pattern.compile("\"list\"\\s*:\\s*\\[");
  private static final Pattern OTHER_KEY =
      Pattern.compile("\"(?:description|matching_attributes)\"\\s*:|^\\s*\\{\\s*\"list\"");
  private static final Pattern CIDR6 = Pattern.compile("([0-9A-Fa-f:.]+)(?:/(\\d{1,3}))?");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern TRACKER =
      Pattern.compile("(?i)UA-\\d{4,10}(?:-\\d+)?|G-[A-Z0-9]{8,12}");

  @Override
  public String name() {
    return "warninglist";
  }

  @Override
  public String fills() {
    return "noise marks on hosts and values";
  }

  @Override
  public String recognisedBy() {
    return "a JSON object with description and list";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.text().stripLeading().startsWith("{")
        && LIST.matcher(sample.text()).find()
        && OTHER_KEY.matcher(sample.text()).find();
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    Warnings warnings = parse(input);
    if (Unpaired.isIn(warnings.name())) {
      sink.rejectValue(new RejectedRow(input.name(), 1, "name", Unpaired.REASON, warnings.name()));
    } else {
      sink.title(warnings.name());
    }
    Set<String> seen = new HashSet<>();
    for (Item item : warnings.items()) {
      if (item.value().isBlank()) {
        sink.blank();
      } else if (seen.contains(item.value())) {
        sink.duplicate();
      } else {
        state(input, warnings, item, seen, sink);
      }
    }
  }

  private record Item(long line, String value) {}

  private record Warnings(String name, String type, List<Item> items) {
    boolean isOfPatterns() {
      return type.equals("regex") || type.equals("substring");
    }
  }

  private static void state(
      Input input, Warnings warnings, Item item, Set<String> seen, FactSink sink) {
    Optional<EntityId> id =
        warnings.type().equals("regex") ? Optional.empty() : entity(item.value().strip());
    if (id.isEmpty()) {
      sink.rejectRow(
          new RejectedRow(
              input.name(),
              item.line(),
              "list",
              warnings.isOfPatterns()
                  ? "A pattern is no single host, address or value; Clew marks only these."
                  : "The entry names no single host, address or value.",
              item.value()));
      return;
    }
    seen.add(item.value());
    sink.accepted();
    sink.entity(
        Entity.of(id.get(), id.get().local(), Map.of(Attribute.NOISE.key(), warnings.name())),
        FactSink.FILE,
        input.name() + ":" + item.line());
  }

  private static Optional<EntityId> entity(String value) {
    Matcher cidr = CIDR.matcher(value);
    if (cidr.matches()) {
      return Optional.of(address(cidr.group(1), cidr.group(2)));
    }
    if (EMAIL.matcher(value).matches()) {
      return Optional.of(indicator("registration/email", value));
    }
    if (TRACKER.matcher(value).matches()) {
      String kind = value.regionMatches(true, 0, "UA-", 0, 3) ? "tracker/ga" : "tracker/ga4";
      return Optional.of(indicator(kind, value));
    }
    Matcher cidr6 = CIDR6.matcher(value);
    Optional<String> ip6 =
        cidr6.matches() ? IpAddresses.normalise(cidr6.group(1)) : Optional.empty();
    if (ip6.isPresent()) {
      return Optional.of(address6(ip6.get(), cidr6.group(2)));
    }
    return Hosts.normalise(Urls.refang(value).replaceFirst("^\\*?\\.", "")).map(EntityId::domain);
  }

  private static EntityId indicator(String kind, String value) {
    return EntityId.indicator(kind, IndicatorValues.normal(kind, value));
  }

  /** A /24 is written as its first three numbers, as the subnets of sites are. */
  private static EntityId address(String ip, @Nullable String bits) {
    if (bits == null || bits.equals("32")) {
      return EntityId.indicator("hosting/ip", ip);
    }
    return EntityId.indicator(
        "hosting/subnet",
        bits.equals("24") ? ip.substring(0, ip.lastIndexOf('.')) : ip + "/" + bits);
  }

  private static EntityId address6(String ip, @Nullable String bits) {
    return bits == null || bits.equals("128")
        ? EntityId.indicator("hosting/ip", ip)
        : EntityId.indicator("hosting/subnet", ip + "/" + bits);
  }

  private static Warnings parse(Input input) {
    String name = FileIngest.baseName(input.name());
    String type = "string";
    List<Item> items = new ArrayList<>();
    boolean listed = false;
    try (JsonParser json = new JsonFactory().createParser(input.wholeText())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new ClewException(Reason.UNREADABLE, input.name() + " is not a JSON object.");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("list") && value == JsonToken.START_ARRAY) {
          readItems(json, items);
          listed = true;
        } else if (field.equals("name") && value == JsonToken.VALUE_STRING) {
          name = json.getText();
        } else if (field.equals("type") && value == JsonToken.VALUE_STRING) {
          type = json.getText();
        } else {
          json.skipChildren();
        }
      }
    } catch (CharacterCodingException e) {
      throw input.undecodable(e);
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNREADABLE, input.name() + " is not well-formed JSON to its end.", e);
    }
    if (!listed) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " has no list of entries.");
    }
    return new Warnings(name, type, items);
  }

  private static void readItems(JsonParser json, List<Item> items) throws IOException {
    JsonToken token = json.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      long line = json.currentTokenLocation().getLineNr();
      String value = token.isScalarValue() ? json.getText() : token.asString();
      json.skipChildren();
      items.add(new Item(line, value == null ? "" : value));
      token = json.nextToken();
    }
  }
}
