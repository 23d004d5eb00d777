package org.clew.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the context to the commands that take one. */
final class ContextFactory implements IFactory {
  private final CommandContext context;

  ContextFactory(CommandContext context) {
    this.context = context;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (GraphCommand.class.isAssignableFrom(type)) {
      return type.cast(type.getDeclaredConstructor(CommandContext.class).newInstance(context));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
