/** What the launcher needs of the machine: ports, disk, a folder of its own, processes that end with it. */
@NullMarked
package vn.edu.privacy.standalone.machine;

import org.jspecify.annotations.NullMarked;
