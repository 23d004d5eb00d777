package org.clew.loader.entity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/**
 * Addresses of crypto wallets whose checksum holds: Base58Check (Bitcoin, Litecoin, Dogecoin, Tron,
 * Zcash …), bech32 and bech32m (BIP 173, BIP 350), and Ethereum (EIP-55 where letters are mixed).
 */
public final class Wallets {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final Pattern ETHEREUM = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern BECH32_SHAPE =
      Pattern.compile("(?:bc|tb|ltc|addr|cosmos)1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{38,100}");
  private static final int CHECKSUM = 4;
  private static final int MIN_PAYLOAD = 21;
  private static final int MAX_PAYLOAD = 22;

  private Wallets() {}

  /** The address in its normal form, or nothing when no known checksum holds. */
  public static Optional<String> normalise(String text) {
    String address = text.strip();
    if (ETHEREUM.matcher(address).matches()) {
      return isEthereum(address.substring(2))
          ? Optional.of(address.toLowerCase(Locale.ROOT))
          : Optional.empty();
    }
    String lower = address.toLowerCase(Locale.ROOT);
    boolean oneCase = address.equals(lower) || address.equals(address.toUpperCase(Locale.ROOT));
    if (oneCase && BECH32_SHAPE.matcher(lower).matches() && isBech32(lower)) {
      return Optional.of(lower);
    }
    return isBase58Check(address) ? Optional.of(address) : Optional.empty();
  }

  private static boolean isBase58Check(String address) {
    if (address.length() < 26 || address.length() > 36) {
      return false;
    }
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < address.length(); i++) {
      int digit = BASE58.indexOf(address.charAt(i));
      if (digit < 0) {
        return false;
      }
      zeros += zeros == i && digit == 0 ? 1 : 0;
      number = number.multiply(BigInteger.valueOf(BASE58.length())).add(BigInteger.valueOf(digit));
    }
    byte[] digits = number.signum() == 0 ? new byte[0] : unsigned(number);
    byte[] bytes = new byte[zeros + digits.length];
    System.arraycopy(digits, 0, bytes, zeros, digits.length);
    int payload = bytes.length - CHECKSUM;
    return payload >= MIN_PAYLOAD && payload <= MAX_PAYLOAD && checksumHolds(bytes, payload);
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static boolean checksumHolds(byte[] bytes, int payload) {
    byte[] once = Hashes.newSha256().digest(Arrays.copyOf(bytes, payload));
    byte[] twice = Hashes.newSha256().digest(once);
    return Arrays.equals(
        Arrays.copyOf(twice, CHECKSUM), Arrays.copyOfRange(bytes, payload, bytes.length));
  }

  private static boolean isBech32(String address) {
    int separator = address.lastIndexOf('1');
    int checksum = 1;
    for (int i = 0; i < separator; i++) {
      checksum = polymod(checksum, address.charAt(i) >> 5);
    }
    checksum = polymod(checksum, 0);
    for (int i = 0; i < separator; i++) {
      checksum = polymod(checksum, address.charAt(i) & 31);
    }
    for (int i = separator + 1; i < address.length(); i++) {
      checksum = polymod(checksum, BECH32.indexOf(address.charAt(i)));
    }
    return checksum == 1 || checksum == BECH32M;
  }

  private static int polymod(int checksum, int value) {
    int top = checksum >>> 25;
    int next = (checksum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  private static boolean isEthereum(String hex) {
    String lower = hex.toLowerCase(Locale.ROOT);
    if (hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT))) {
      return true;
    }
    byte[] hash = Keccak256.digest(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < hex.length(); i++) {
      int nibble = i % 2 == 0 ? hash[i / 2] >> 4 & 15 : hash[i / 2] & 15;
      char c = hex.charAt(i);
      if (Character.isLetter(c) && Character.isUpperCase(c) != nibble >= 8) {
        return false;
      }
    }
    return true;
  }
}
