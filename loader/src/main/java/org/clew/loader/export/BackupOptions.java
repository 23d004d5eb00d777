package org.clew.loader.export;

import java.time.Instant;

/**
 * How a backup is written.
 *
 * @param force whether an existing file is replaced
 * @param withKeys whether the API keys go into it
 * @param clewVersion which Clew writes it
 * @param now when
 */
public record BackupOptions(boolean force, boolean withKeys, String clewVersion, Instant now) {}
