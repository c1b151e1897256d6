// Package store keeps the fact files of one folder. They are the only state: what is
// read is read from the disk each time, and what is saved is a whole file in place of
// another. A file that somebody else changes meanwhile is noticed and never written over.
//
// No name leads out of the folder, be it through a link: it is an [os.Root].
package store
