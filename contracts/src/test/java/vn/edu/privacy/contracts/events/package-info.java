/** Tests that records, schemas, golden examples and AsyncAPI say the same. */
@NullMarked
package vn.edu.privacy.contracts.events;

import org.jspecify.annotations.NullMarked;
