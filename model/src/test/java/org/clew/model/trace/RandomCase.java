package org.clew.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/** Small cases with ties, parallel evidence, cycles, hubs and hops that cost nothing. */
final class RandomCase {
  private static final List<String> KINDS =
      List.of(
          "tracker/ga",
          "registration/email",
          "tls/certificate",
          "payment/wallet",
          "hosting/ip",
          "platform/device",
          "template/css-class",
          "hosting/name-server");
  private static final List<String> GRADES = List.of("A1", "A1", "A2", "B2", "C3");

  private final Random random;
  private final CaseFile file = new CaseFile();
  private final List<String> assets = new ArrayList<>();

  RandomCase(long seed) {
    random = new Random(seed);
  }

  CaseFile file() {
    for (int i = 0; i < 5; i++) {
      file.source("source:s" + i, GRADES.get(i), i < 2 ? new String[0] : parent(i));
    }
    int size = 4 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      assets.add((i % 3 == 0 ? "account:x:" : i % 3 == 1 ? "domain:site" : "page:facebook:") + i);
    }
    assets.add("outlet:ir:one");
    assets.add("outlet:ir:two");
    int indicators = 2 + random.nextInt(10);
    for (int i = 0; i < indicators; i++) {
      shareIndicator(i);
    }
    int relations = random.nextInt(6);
    for (int i = 0; i < relations; i++) {
      relate();
    }
    if (random.nextBoolean()) {
      shareEverything();
    }
    if (random.nextInt(3) == 0) {
      shareIndicatorWithAll();
    }
    return file;
  }

  TraceParameters parameters() {
    List<Member> members = new ArrayList<>();
    members.add(new Member(new EntityId(any()), 1));
    if (random.nextBoolean()) {
      members.add(new Member(new EntityId(any()), 0.4 + random.nextInt(3) * 0.2));
    }
    members = members.stream().filter(m -> m.id().kind().isAsset()).toList();
    List<EntityId> targets =
        random.nextBoolean()
            ? List.of(new EntityId("outlet:ir:one"), new EntityId("outlet:ir:two"))
            : List.of(new EntityId(any()));
    int[] ceilings = {3, 5, 5000};
    return TraceParameters.of(members, targets)
        .withTop(1 + random.nextInt(12))
        .withHops(1 + random.nextInt(6))
        .withDegreeCeiling(ceilings[random.nextInt(3)]);
  }

  private String[] parent(int source) {
    return random.nextBoolean() ? new String[] {"source:s" + random.nextInt(2)} : new String[0];
  }

  private void shareIndicator(int index) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    int users = 2 + random.nextInt(2);
    for (int i = 0; i < users; i++) {
      state(any(), LinkType.USES, "indicator:" + kind + ":" + index);
    }
  }

  private void shareIndicatorWithAll() {
    assets.forEach(each -> state(each, LinkType.USES, "indicator:registration/phone:all"));
  }

  private void shareEverything() {
    String one = any();
    String other = any();
    for (String kind : KINDS) {
      file.uses(kind, "kit", one, other);
    }
  }

  private void relate() {
    String page = "page:facebook:2";
    switch (random.nextInt(5)) {
      case 0 -> state("outlet:ir:one", LinkType.PUBLISHES_ON, "domain:site1");
      case 1 -> state("outlet:ir:two", LinkType.PUBLISHES_ON, "account:x:0");
      case 2 -> state("account:x:" + 3 * random.nextInt(2), LinkType.ADMINISTERS, page);
      case 3 -> state("domain:sub.site1", LinkType.SUBDOMAIN_OF, "domain:site1");
      default -> {
        String one = any();
        String other = any();
        if (!one.equals(other)) {
          state(one, LinkType.DECLARES, other);
          state(other, LinkType.DECLARES, one);
        }
      }
    }
  }

  private void state(String from, LinkType type, String to) {
    String source = "source:s" + random.nextInt(5);
    Basis basis = random.nextInt(3) == 0 ? Basis.REPORTED : Basis.OBSERVED;
    String id = Link.id(new EntityId(from), type, new EntityId(to), new EntityId(source));
    if (file.links.stream().noneMatch(link -> link.id().equals(id))) {
      file.link(from, type, to, source, basis, null, null, null);
    }
  }

  private String any() {
    return assets.get(random.nextInt(assets.size()));
  }
}
