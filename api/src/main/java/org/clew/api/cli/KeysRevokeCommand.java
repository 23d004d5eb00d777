package org.clew.api.cli;

import java.time.Instant;
import org.clew.api.access.KeyDocument;
import org.clew.loader.ingest.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Revokes a key for good; a running server knows at once.")
final class KeysRevokeCommand extends GraphCommand {
  @Parameters(paramLabel = "ID", description = "Id of the key, as 'clew keys list' shows it.")
  private String id = "";

  KeysRevokeCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return id;
  }

  @Override
  public Integer call() {
    KeyDocument document = KeyDocument.of(new DataFolder(data()).keys().revoke(id), Instant.now());
    print(document, d -> line("The key " + d.id() + " lets nobody in any more."));
    return DONE;
  }
}
