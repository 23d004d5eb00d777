package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.trace.TraceParameters.Selection;
import org.junit.jupiter.api.Test;

class ArrayEvidenceGraphTest {
  @Property(tries = 1000)
  void shouldGiveTheSameTracesAsAGraphOfObjects(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();
    if (seed % 3 == 0 && !file.links.isEmpty()) {
      Link any = file.links.get(new Random(seed).nextInt(file.links.size()));
      parameters = parameters.withWithout(Set.of(any.id()));
    }
    if (seed % 2 == 0) {
      parameters = parameters.withSelection(Selection.BEST_PER_TARGET);
    }

    Trace fromArrays =
        new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC()).trace(arrays(file), parameters);

    assertThat(fromArrays).isEqualTo(file.trace(parameters));
  }

  /** What one trace weighed, the next one takes over; what it left out, the next one does not. */
  @Property(tries = 500)
  void shouldGiveTheSameTraceWhateverWasTracedBefore(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters().withLeads(seed % 2 == 0 ? 0 : 20);
    ArrayEvidenceGraph used = arrays(file);
    Tracer tracer = new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC());
    if (!file.links.isEmpty()) {
      Link any = file.links.get(new Random(seed).nextInt(file.links.size()));
      tracer.trace(used, parameters.withWithout(Set.of(any.id())));
      tracer.trace(used, parameters.withTrust(Set.of(any.source())));
    }
    tracer.trace(used, parameters.withDegreeCeiling(2));
    tracer.trace(used, turned(parameters));

    assertThat(tracer.trace(used, parameters)).isEqualTo(file.trace(parameters));
  }

  /** From the targets to the members: the hops are the same, the hubs that are met are others. */
  private static TraceParameters turned(TraceParameters of) {
    return TraceParameters.of(
            of.targets().stream().map(Member::certain).toList(),
            of.members().stream().map(Member::id).toList())
        .withHops(of.hops())
        .withDegreeCeiling(of.degreeCeiling());
  }

  @Test
  void shouldKnowWhatObjectsKnow() {
    CaseFile file = new RandomCase(7).file();
    file.attribute("domain:site1", Attribute.NOISE, "a list");
    EvidenceGraph objects = file.graph();
    EvidenceGraph arrays = arrays(file);

    for (Link link : file.links) {
      for (EntityId id : List.of(link.from(), link.to())) {
        assertThat(arrays.degree(arrays.node(id))).isEqualTo(objects.degree(objects.node(id)));
        assertThat(arrays.facts(arrays.node(id))).isEqualTo(objects.facts(objects.node(id)));
        assertThat(arrays.adjacency(arrays.node(id)).size())
            .isEqualTo(objects.adjacency(objects.node(id)).size());
      }
    }
    assertThat(arrays.node(EntityId.domain("nowhere.example"))).isEqualTo(EvidenceGraph.NONE);
  }

  static ArrayEvidenceGraph arrays(CaseFile file) {
    ArrayEvidenceGraphBuilder builder = new ArrayEvidenceGraphBuilder(0, file.sources.values());
    Map<String, Link> byId = new HashMap<>();
    List<Link> shuffled = new ArrayList<>(file.links);
    Collections.shuffle(shuffled, new Random(1));
    for (Link link : shuffled) {
      if (byId.putIfAbsent(link.id(), link) == null) {
        builder
            .columns()
            .link(
                link.id(),
                link.from(),
                link.type(),
                link.to(),
                link.source(),
                link.evidenceKind(),
                link.grade(),
                DaySpan.of(link.firstSeen(), link.lastSeen()),
                link.basis() == Basis.REPORTED);
      }
    }
    file.attributes.forEach(
        (id, of) -> builder.describe(id, NodeFacts.of(id, List.of(Entity.of(id, id.local(), of)))));
    return builder.build(
        keys -> keys.stream().map(key -> Objects.requireNonNull(byId.get(key.id()))).toList());
  }
}
