package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
  @ParameterizedTest
  @CsvSource({
    "Palestine territories, PS",
    "Europen Union, EU",
    "UAE, AE",
    "DR Congo, CD",
    "Congo, CG",
    "Côte d'Ivoire, CI",
    "Macao, MO",
    "Hong Kong, HK",
    "Myanmar, MM",
    "The Gambia, GM",
    "Turkey, TR",
    "Bosnia and Herzegovina, BA",
    "United States of America, US",
    "ir, IR"
  })
  void shouldKnowCountriesByTheirUsualNames(String name, String code) {
    assertThat(Countries.code(name)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Atlantis", "!!"})
  void shouldNotGuess(String name) {
    assertThat(Countries.code(name)).isEmpty();
  }
}
