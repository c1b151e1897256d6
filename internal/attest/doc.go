// Package attest says of reports, as an in-toto Statement, which facts they were made
// from and what came out, and puts that into an envelope (DSSE) with a signature.
// https://github.com/in-toto/attestation and https://github.com/secure-systems-lab/dsse
// describe both. Nothing here asks a network or a clock.
package attest
