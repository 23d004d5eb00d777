package org.clew.loader.ingest;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/** X.509 certificates in PEM. */
final class Certificates {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----.*",
          Pattern.DOTALL);

  private Certificates() {}

  /** The SHA-256 of the first certificate's DER in hex, as certificate logs list it. */
  static Optional<String> fingerprint(String text) {
    Matcher pem = PEM.matcher(text.strip());
    if (!pem.matches()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""));
      CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
      return Optional.of(HexFormat.of().formatHex(Hashes.newSha256().digest(der)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
