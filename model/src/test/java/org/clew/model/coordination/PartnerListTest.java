package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PartnerListTest {
  private static final int ACCOUNTS = 1_000;

  @Property
  void shouldOrderFewAndManyPartners(
      @ForAll @Size(max = 60) Set<@IntRange(max = ACCOUNTS - 1) Integer> met) {
    PartnerList partners = new PartnerList(ACCOUNTS);
    met.forEach(partners::add);

    partners.keep(partner -> partner % 3 > 0);
    partners.sort(partner -> partner % 3 > 0 && met.contains(partner));

    List<Integer> ordered = new ArrayList<>();
    for (int i = 0; i < partners.size(); i++) {
      ordered.add(partners.get(i));
    }
    Set<Integer> expected = new TreeSet<>(met);
    expected.removeIf(partner -> partner % 3 == 0);
    assertThat(ordered).containsExactlyElementsOf(expected);
  }
}
