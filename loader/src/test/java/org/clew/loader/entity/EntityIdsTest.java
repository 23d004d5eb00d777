package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.model.entity.EntityId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityIdsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          domain:WWW.Example.ORG, domain:example.org
          domain:no host, domain:no host
          account:X:@Bob, account:x:@bob
          account:telegram:ABC, account:telegram:ABC
          account:odd, account:odd
          state:ir, state:IR
          outlet:IR:Press-TV, outlet:ir:press-tv
          indicator:registration/email:Ann@Example.org, indicator:registration/email:ann@example.org
          indicator:registration/phone:+1 (555) 01-00, indicator:registration/phone:+15550100
          indicator:tracker/ga:ua-123456-7, indicator:tracker/ga:UA-123456
          indicator:odd, indicator:odd
          source:Any-Name, source:Any-Name
          """)
  void shouldGiveIdsTheFormThatReadersGiveThem(String typed, String normal) {
    assertThat(EntityIds.normal(new EntityId(typed)).value()).isEqualTo(normal);
  }
}
