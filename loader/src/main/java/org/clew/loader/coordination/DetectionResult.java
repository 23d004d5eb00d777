package org.clew.loader.coordination;

import java.util.List;
import org.clew.model.coordination.ClusterResult;
import org.clew.model.coordination.SignalKind;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What a detection found.
 *
 * @param key names the run: 16 hex digits over the parameters and the content of the log, so that
 *     the same question to the same log has the same key
 * @param request what was asked
 * @param signals what was looked for
 * @param sources the sources whose rows were read
 * @param accounts the ids behind the numbers of accounts, in their order
 * @param layers what each signal gives
 * @param clusters the clusters over all layers; null where only edges were asked for
 */
public record DetectionResult(
    String key,
    DetectionRequest request,
    List<SignalKind> signals,
    List<EntityId> sources,
    List<String> accounts,
    List<NamedLayer> layers,
    @Nullable ClusterResult clusters) {
  /** Copies the lists, but for the accounts, which may be many. */
  public DetectionResult {
    signals = List.copyOf(signals);
    sources = List.copyOf(sources);
    layers = List.copyOf(layers);
  }

  /** The account of a number. */
  public EntityId account(int number) {
    return new EntityId(accounts.get(number));
  }
}
