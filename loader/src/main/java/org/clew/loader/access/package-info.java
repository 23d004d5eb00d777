/** API keys and the audit log in the data folder, shared by all processes that use it. */
@NullMarked
package org.clew.loader.access;

import org.jspecify.annotations.NullMarked;
