/** Tests of form numbers and of sampling. */
@NullMarked
package vn.edu.privacy.consent.paper.domain;

import org.jspecify.annotations.NullMarked;
