package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xde709f2102306220921060314715629080e2fb77"
      })
  void shouldAcceptAddressesWhoseChecksumHolds(String address) {
    assertThat(Wallets.normalise(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d1ffcb3b1fc38c54e266ed85e22145a",
        "375wuzp8HNPTkpR2WM5CxzsGyKk",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
        "0x1234",
        ""
      })
  void shouldRefuseRandomTokens(String text) {
    assertThat(Wallets.normalise(text)).isEmpty();
  }

  @Test
  void shouldHashAsEthereumDoes() {
    byte[] digest = Keccak256.digest("abc".getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }
}
