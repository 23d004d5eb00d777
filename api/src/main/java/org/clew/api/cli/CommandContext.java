package org.clew.api.cli;

import java.io.PrintStream;

/**
 * What every command has from outside.
 *
 * @param out standard output: results, or the one JSON document
 * @param err standard error: progress, warnings and failures
 * @param opener how to open the graph
 * @param stop tells when the process is asked to end
 */
record CommandContext(PrintStream out, PrintStream err, StoreOpener opener, StopSignal stop) {}
