package org.clew.api.cli;

import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;

/** The help of a command, without a line for each default that is empty. */
final class TidyHelp extends Help {
  private static final Set<String> EMPTY = Set.of("Default:", "Default: []");

  TidyHelp(CommandSpec command, ColorScheme colours) {
    super(command, colours);
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer renderer = super.createDefaultOptionRenderer();
    return (option, label, colours) -> tidy(renderer.render(option, label, colours));
  }

  @Override
  public IParameterRenderer createDefaultParameterRenderer() {
    IParameterRenderer renderer = super.createDefaultParameterRenderer();
    return (parameter, label, colours) -> tidy(renderer.render(parameter, label, colours));
  }

  private static Text[][] tidy(Text[][] rows) {
    return Arrays.stream(rows)
        .filter(row -> !EMPTY.contains(row[row.length - 1].plainString().strip()))
        .toArray(Text[][]::new);
  }
}
