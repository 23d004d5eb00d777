package org.clew.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code Generate POSTS FOLDER [SEED [FILES]]}: archive files, {@code truth.json}, {@code case.yml}. */
public final class Generate {
  private Generate() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 4) {
      System.err.println("Usage: generate POSTS FOLDER [SEED [FILES]]");
      System.exit(2);
    }
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    int files = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
    generate(new CampaignPlan(seed, Long.parseLong(arguments[0]), files), Path.of(arguments[1]));
  }

  /** Makes a campaign in a folder. */
  public static void generate(CampaignPlan plan, Path folder) throws IOException {
    Files.createDirectories(folder);
    Accounts accounts = new Accounts(plan);
    Campaign campaign = new Campaign(plan, accounts);
    try (ArchiveWriter writer = new ArchiveWriter(plan, accounts, folder)) {
      campaign.run(writer::write);
      new GroundTruth(plan, accounts, campaign).write(folder, writer.repeated());
    }
  }
}
