package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import org.clew.loader.observation.Damage;

/**
 * The check of all files of a data directory against their hashes.
 *
 * @param statements archived loads
 * @param damaged what is wrong; empty for nothing
 */
public record DataCheck(int statements, List<Damage> damaged) {
  public DataCheck {
    damaged = List.copyOf(damaged);
  }

  /** Reads every byte. */
  public static DataCheck of(DataFolder data) {
    List<Damage> damaged = new ArrayList<>(data.log().verify());
    damaged.addAll(data.statements().verify());
    return new DataCheck(data.statements().names().size(), damaged);
  }
}
