// Package layout holds no code. Its tests say which package of this module may
// import which, so that facts become reports and reports papers in one direction.
package layout
