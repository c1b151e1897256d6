// Package report holds what judging one document gives, as plain data: what
// every writer shows, every gate reads and every tool stores. It imports nothing
// of this module, so that whoever reads a report needs no judge.
package report
