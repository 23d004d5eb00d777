/** Normal forms of hosts, addresses, handles, names and countries, from which ids are made. */
@NullMarked
package org.clew.loader.entity;

import org.jspecify.annotations.NullMarked;
