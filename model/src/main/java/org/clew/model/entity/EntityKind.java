package org.clew.model.entity;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of entity. Each is one node label and one id prefix. */
public enum EntityKind {
  ACCOUNT("Account", "account", true),
  PAGE("Page", "page", true),
  GROUP("Group", "group", true),
  DOMAIN("Domain", "domain", true),
  MEDIA_OUTLET("MediaOutlet", "outlet", true),
  ORGANIZATION("Organization", "org", true),
  STATE("State", "state", false),
  INDICATOR("Indicator", "indicator", false),
  ARTIFACT("Artifact", "artifact", false),
  CLUSTER("Cluster", "cluster", false),
  SOURCE("Source", "source", false);

  private final String label;
  private final String idPrefix;
  private final boolean asset;

  EntityKind(String label, String idPrefix, boolean asset) {
    this.label = label;
    this.idPrefix = idPrefix;
    this.asset = asset;
  }

  /** The node label, as in {@code MediaOutlet}. */
  public String label() {
    return label;
  }

  /** The first part of an id of this kind, as in {@code outlet}. */
  public String idPrefix() {
    return idPrefix;
  }

  /**
   * Whether a chain of control evidence may pass through an entity of this kind as one of its hops.
   */
  public boolean isAsset() {
    return asset;
  }

  /** The kind with that node label, if there is one. */
  public static Optional<EntityKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** The kind with that id prefix, if there is one. */
  public static Optional<EntityKind> ofIdPrefix(String prefix) {
    return Arrays.stream(values()).filter(kind -> kind.idPrefix.equals(prefix)).findFirst();
  }
}
