package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clew.cypher.claim.Claims;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;

/** What analysts decided on claims, beside the graph, so that a rebuilt graph has it too. */
public final class ClaimDecisions {
  private final Path file;

  ClaimDecisions(Path file) {
    this.file = file;
  }

  /** Adds decisions, each in place of an earlier one on the same claim. */
  public void add(Collection<Claim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    try {
      DurableFiles.exclusively(
          file.resolveSibling(file.getFileName() + ".lock"),
          () -> {
            Map<String, Claim.Status> decisions = read();
            claims.forEach(claim -> decisions.put(claim.id(), claim.status()));
            DurableFiles.write(file, text(decisions).getBytes(StandardCharsets.UTF_8));
            return decisions;
          });
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The claims, with the status that was decided where one was. */
  List<Claim> taken(Collection<Claim> claims) {
    Map<String, Claim.Status> decisions = claims.isEmpty() ? Map.of() : read();
    return claims.stream()
        .map(claim -> claim.withStatus(decisions.getOrDefault(claim.id(), claim.status())))
        .toList();
  }

  private static String text(Map<String, Claim.Status> decisions) {
    return decisions.entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue().word() + "\n")
        .collect(Collectors.joining());
  }

  /** Takes all decisions again on the claims that are there; returns how many. */
  int apply(Claims claims) {
    int applied = 0;
    for (Map.Entry<String, Claim.Status> decision : read().entrySet()) {
      try {
        claims.decide(decision.getKey(), decision.getValue());
        applied++;
      } catch (ClewException e) {
        if (e.reason() != Reason.NOT_FOUND) {
          throw e;
        }
      }
    }
    return applied;
  }

  private Map<String, Claim.Status> read() {
    Map<String, Claim.Status> decisions = new TreeMap<>();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (String line : lines) {
        String[] parts = line.split("\t", -1);
        decisions.put(parts[0], Claim.Status.valueOf(parts[1].toUpperCase(Locale.ROOT)));
      }
      return decisions;
    } catch (IOException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      throw new ClewException(Reason.UNREADABLE, "The file '" + file + "' is damaged.", e);
    }
  }

  private ClewException failed(IOException cause) {
    return new ClewException(
        Reason.UNAVAILABLE, "The file '" + file + "' cannot be read or written.", cause);
  }
}
