package org.clew.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.api.Json;
import org.clew.api.entity.AmbiguousNameException;
import org.clew.api.entity.EntityDocument;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One clear sentence and the right exit status for everything that can go wrong. */
final class Failures {
  private static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Failures() {}

  static int ofUsage(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println("clew: " + Printing.plain(String.valueOf(failure.getMessage())));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
      line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    }
    line.getErr().flush();
    return WRONG_USAGE;
  }

  static int ofWork(Exception failure, CommandLine line, CommandContext context) {
    ClewException known =
        failure instanceof ClewException clew
            ? clew
            : new ClewException(Reason.UNAVAILABLE, "Unexpected failure: " + failure, failure);
    if (known != failure) {
      LoggerFactory.getLogger(Failures.class).error("A command failed unexpectedly.", failure);
    }
    context.err().println("clew: " + Printing.plain(String.valueOf(known.getMessage())));
    if (line.getCommand() instanceof GraphCommand command && command.json()) {
      context.out().print(Json.pretty(document(known)));
    }
    return isUsage(known.reason()) ? WRONG_USAGE : FAILED;
  }

  /** Native parts are unpacked to the folder for temporary files when they are first used. */
  static int ofStart(LinkageError failure, CommandContext context) {
    context
        .err()
        .println(
            "clew: A part of Clew does not start, most likely because the disk of "
                + System.getProperty("java.io.tmpdir")
                + " is full or that folder may not be written: "
                + Printing.plain(String.valueOf(failure.getMessage())));
    return FAILED;
  }

  static int ofMemory(CommandContext context) {
    context
        .err()
        .println("clew: The work does not fit in memory; CLEW_JAVA_OPTIONS=-Xmx16g gives it more.");
    return FAILED;
  }

  private static boolean isUsage(Reason reason) {
    return List.of(Reason.USAGE, Reason.NOT_FOUND, Reason.AMBIGUOUS).contains(reason);
  }

  private static Map<String, Object> document(ClewException failure) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("error", failure.reason().name().toLowerCase(Locale.ROOT));
    document.put("detail", String.valueOf(failure.getMessage()));
    if (failure instanceof AmbiguousNameException ambiguous) {
      List<EntityDocument> candidates = ambiguous.candidates();
      document.put("candidates", candidates);
    }
    return document;
  }
}
