package org.clew.api.export;

/**
 * The traffic light protocol, as STIX 2.1 (section 7.2.1.4) fixes its marking definitions. What TLP
 * 2.0 calls CLEAR is called white there.
 */
public enum Tlp {
  CLEAR("white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
  GREEN("green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
  AMBER("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
  RED("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

  private final String stixName;
  private final String stixUuid;

  Tlp(String stixName, String stixUuid) {
    this.stixName = stixName;
    this.stixUuid = stixUuid;
  }

  /** The marking of what a reader up to that level may see; STIX 2.1 knows no AMBER+STRICT. */
  static Tlp of(org.clew.model.source.Tlp level) {
    return switch (level) {
      case CLEAR -> CLEAR;
      case GREEN -> GREEN;
      case AMBER -> AMBER;
      case AMBER_STRICT, RED -> RED;
    };
  }

  String stixName() {
    return stixName;
  }

  String stixId() {
    return "marking-definition--" + stixUuid;
  }
}
