package org.clew.api.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.api.links.LinkLists;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.Direction;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "links", description = "Lists who links to whom.")
final class LinksCommand extends GraphCommand {
  @Parameters(paramLabel = "ENTITY", description = "An id, a handle, a host, a URL or a name.")
  private String entity = "";

  @Option(names = "--direction", description = "One of ${COMPLETION-CANDIDATES}.")
  private Direction direction = Direction.BOTH;

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "TYPE",
      description = "Types such as LINKS_TO or USES.")
  private List<LinkType> types = List.of();

  @Option(names = "--since", paramLabel = "DATE", description = "Drops links that ended before.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Drops links that began after.")
  private @Nullable String until;

  @Option(names = "--min-count", description = "Drops links observed less often.")
  private long minCount;

  @Option(names = "--limit", description = "Links on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  LinksCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      EntityId id = new EntityResolver(store).resolve(entity).id();
      print(new LinkLists(store).list(filter(id), cursor, limit), this::text);
      return DONE;
    }
  }

  private LinkFilter filter(EntityId id) {
    Set<LinkType> wanted = types.isEmpty() ? Set.of() : EnumSet.copyOf(types);
    return direction.filter(id, wanted, date(since), date(until), minCount);
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : new PartialDate(text);
  }

  private void text(ListDocument<LinkView> page) {
    for (LinkView link : page.items()) {
      line(Printing.plain(LinkSentences.of(link)));
    }
    if (page.items().isEmpty()) {
      line("No links.");
    }
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
