package org.clew.loader.ingest;

import java.util.List;

/**
 * A record of a table.
 *
 * @param line the line at which it starts, from 1
 * @param fields its fields as they stand in the file
 * @param decoded whether no field can hold U+FFFD or NUL
 */
record TableRecord(long line, List<String> fields, boolean decoded) {}
