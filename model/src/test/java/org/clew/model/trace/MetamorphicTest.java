package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;
import org.clew.model.trace.TraceParameters.Selection;

class MetamorphicTest {
  @Property(tries = 300)
  void shouldNotChangeByUnrelatedEntities(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();
    Trace before = file.trace(parameters);

    file.uses("tracker/ga", "elsewhere", "domain:a.elsewhere", "domain:b.elsewhere");
    file.link("org:elsewhere", LinkType.OWNS, "domain:a.elsewhere");

    assertThat(file.trace(parameters)).isEqualTo(before);
  }

  @Property(tries = 300)
  void shouldNotDependOnTheOrderOfTheLinks(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();
    Trace before = file.trace(parameters);

    Collections.shuffle(file.links, new Random(seed));

    assertThat(file.trace(parameters)).isEqualTo(before);
  }

  @Property(tries = 500)
  void shouldNeverScoreHigherWithoutSomething(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters().withSelection(Selection.BEST_PER_TARGET);
    Link dropped = file.links.get(new Random(seed).nextInt(file.links.size()));
    if (seed % 3 == 0) {
      file.link(dropped.from().value(), LinkType.IMPERSONATES, "outlet:ir:one");
    }
    Trace all = file.trace(parameters);

    for (String id :
        List.of(
            dropped.id(), dropped.to().value(), dropped.source().value(), impersonation(file))) {
      Trace less = file.trace(parameters.withWithout(Set.of(id)));
      for (Chain chain : less.chains()) {
        assertThat(chain.score()).isLessThanOrEqualTo(best(all, chain.target()) + 1e-12);
      }
    }
    for (Source source : file.sources.values()) {
      Trace less = file.trace(parameters.withTrust(Set.of(source.id())));
      for (Chain chain : less.chains()) {
        assertThat(chain.score()).isLessThanOrEqualTo(best(all, chain.target()) + 1e-12);
      }
    }
  }

  @Property(tries = 300)
  void shouldNotScoreHigherWhenASourceIsSplitIntoCopies(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();
    Trace before = file.trace(parameters);

    for (Source source : List.copyOf(file.sources.values())) {
      String copy = source.id().value() + "-copy";
      file.source(copy, source.grade().toString(), source.id().value());
      for (Link link : List.copyOf(file.links)) {
        if (link.source().equals(source.id())) {
          file.link(
              link.from().value(),
              link.type(),
              link.to().value(),
              copy,
              link.basis(),
              null,
              null,
              null);
        }
      }
    }

    Trace after = file.trace(parameters);
    assertThat(after.chains()).extracting(Chain::score).isEqualTo(scores(before));
    assertThat(after.leads()).extracting(Hop::lambda).isEqualTo(lambdas(before));
  }

  private static List<Double> scores(Trace trace) {
    return trace.chains().stream().map(Chain::score).toList();
  }

  private static List<Double> lambdas(Trace trace) {
    return trace.leads().stream().map(Hop::lambda).toList();
  }

  private static double best(Trace trace, EntityId target) {
    List<Double> scores = new ArrayList<>(List.of(0.0));
    trace.chains().stream()
        .filter(chain -> chain.target().equals(target))
        .forEach(chain -> scores.add(chain.score()));
    return scores.get(scores.size() - 1);
  }

  private static String impersonation(CaseFile file) {
    return file.links.get(file.links.size() - 1).id();
  }
}
