package org.clew.loader.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.IpAddresses;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;

/** What the tables of MassMove have in common. */
final class MassMove {
  private static final Pattern COORDINATE = Pattern.compile("-?\\d{1,3}(?:\\.\\d+)?");

  private MassMove() {}

  /** The host in a column. */
  static Optional<String> host(Row row, String column) {
    return Hosts.normalise(row.get(column));
  }

  static RejectedRow noHost(Row row, String column) {
    return row.reject(column, "'" + row.get(column) + "' is not a host name.");
  }

  static void putCoordinate(
      Map<String, Object> attributes, Attribute key, Row row, String column, RowFacts facts) {
    if (!row.has(column)) {
      return;
    }
    if (COORDINATE.matcher(row.get(column)).matches()) {
      attributes.put(key.key(), Double.valueOf(row.get(column)));
    } else {
      facts.rejectValue(column, "'" + row.get(column) + "' is not a coordinate.");
    }
  }

  static void stateAddress(EntityId domain, Row row, String column, RowFacts facts) {
    Optional<String> address = IpAddresses.normalise(row.get(column));
    if (address.isPresent()) {
      facts.uses(domain, "hosting/ip", address.get());
    } else if (row.has(column)) {
      facts.rejectValue(column, "'" + row.get(column) + "' is not an IP address.");
    }
  }
}
