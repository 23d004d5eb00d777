package org.clew.cypher.ingest;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;

/**
 * Neo4j's importer, run in this process as its command line runs it. These classes are Neo4j's own
 * and may change with any of its versions.
 */
final class StoreImporter {
  static final String DATABASE = "neo4j";

  /** Beside the heap; the importer would take nine tenths of the machine's memory. */
  private static final long OFF_HEAP_BYTES = 512L << 20;

  /** It would take 1 GB, and no load was quicker for more than this. */
  private static final long PAGE_CACHE_BYTES = 128L << 20;

  private static final Configuration CONFIGURATION =
      new Configuration.Overridden(Configuration.DEFAULT) {
        @Override
        public long maxOffHeapMemory() {
          return OFF_HEAP_BYTES;
        }

        /** The indexes that a store has from its creation on. */
        @Override
        public IndexConfig indexConfig() {
          return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
        }

        /** Meant for slow disks; it looks all pages through again and again. */
        @Override
        public boolean sequentialBackgroundFlushing() {
          return false;
        }
      };

  private StoreImporter() {}

  /**
   * Imports into a Neo4j home that has no database yet. After a failure the home is unusable.
   *
   * @throws ClewException as the rows throw it; UNAVAILABLE when the importer fails, on a full disk
   *     for instance
   */
  static void run(Path home, ImportRows rows) {
    Config config =
        Config.newBuilder()
            .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
            .set(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE_BYTES)
            .build();
    DatabaseLayout layout = Neo4jLayout.of(config).databaseLayout(DATABASE);
    try (FileSystemAbstraction disk = new DefaultFileSystemAbstraction();
        JobScheduler scheduler = JobSchedulerFactory.createInitialisedScheduler();
        Input input = new FactInput(rows)) {
      disk.mkdirs(layout.databaseDirectory());
      importer(config, layout, disk, scheduler).doImport(input);
    } catch (Exception e) {
      throw failure(e);
    }
  }

  private static BatchImporter importer(
      Config config, DatabaseLayout layout, FileSystemAbstraction disk, JobScheduler scheduler) {
    return StorageEngineFactory.selectStorageEngine(config)
        .batchImporter(
            layout,
            disk,
            PageCacheTracer.NULL,
            CONFIGURATION,
            NullLogService.getInstance(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false,
            DefaultAdditionalIds.EMPTY,
            config,
            Monitor.NO_MONITOR,
            scheduler,
            Collector.STRICT,
            TransactionLogInitializer.getLogFilesInitializer(),
            new IndexImporterFactoryImpl(),
            EmptyMemoryTracker.INSTANCE,
            CursorContextFactory.NULL_CONTEXT_FACTORY);
  }

  /** Rows are made on the importer's threads, which wrap what they throw. */
  private static ClewException failure(Exception failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(ClewException.class::isInstance)
        .map(ClewException.class::cast)
        .findFirst()
        .orElseGet(
            () ->
                new ClewException(
                    Reason.UNAVAILABLE, "Neo4j's importer failed: " + deepest(failure), failure));
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : deepest(cause);
  }
}
