//! Whom the encryption trusts: the authorities of the machine, and what the settings name: an authority of one's own, or
//! the server's own certificate.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};

use super::error::SmtpError;
use super::why::Why;
use crate::model::settings::MailServer;

/// How connections to a server are encrypted. `authority`: the certificate that the settings name, in PEM.
///
/// # Errors
/// If the certificate that the settings name cannot be used, or nobody is trusted.
pub(super) fn client_config(
    server: &MailServer,
    authority: Option<&[u8]>,
) -> Result<Arc<ClientConfig>, SmtpError> {
    let mut roots = RootCertStore::empty();
    let native = rustls_native_certs::load_native_certs();
    for fault in native.errors {
        tracing::debug!(%fault, "a certificate of this machine cannot be read");
    }
    roots.add_parsable_certificates(native.certs);
    let mut named = Vec::new();
    if let Some(pem) = authority {
        let path = server.ca.clone().unwrap_or_default();
        let unusable = |why| SmtpError::NoAuthority {
            path: path.clone(),
            why,
        };
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|fault| unusable(Why::said(fault)))?;
            roots
                .add(certificate.clone())
                .map_err(|fault| unusable(Why::said(fault)))?;
            named.push(certificate);
        }
        if named.is_empty() {
            return Err(unusable(Why::NoCertificate));
        }
    }
    let host = || server.host.clone();
    if roots.is_empty() {
        return Err(SmtpError::Encryption {
            host: host(),
            why: Why::NoAuthority,
        });
    }
    let broken = |why| SmtpError::Encryption { host: host(), why };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let usual = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone());
    let usual = usual.build().map_err(|fault| broken(Why::said(fault)))?;
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config
        .map_err(|fault| broken(Why::said(fault)))?
        .dangerous();
    Ok(Arc::new(
        config
            .with_custom_certificate_verifier(Arc::new(Verifier { usual, named }))
            .with_no_client_auth(),
    ))
}

/// The usual verification, and one thing more: a certificate that the settings name is trusted although nobody has signed
/// it, or although it says that it is an authority's, as those that servers make for themselves often do. Its days and its
/// name are held against all the same.
#[derive(Debug)]
struct Verifier {
    usual: Arc<WebPkiServerVerifier>,
    named: Vec<CertificateDer<'static>>,
}

/// Whether all that is wrong with a certificate is who has signed it. What is out of date is told before that.
fn is_unknown_issuer(fault: &Error) -> bool {
    match fault {
        Error::InvalidCertificate(CertificateError::UnknownIssuer) => true,
        // An authority's certificate shown as a server's has no name of its own among rustls' faults.
        Error::InvalidCertificate(CertificateError::Other(other)) => {
            other.to_string().contains("CaUsedAsEndEntity")
        }
        _ => false,
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match self
            .usual
            .verify_server_cert(shown, between, name, ocsp, now)
        {
            Err(fault)
                if is_unknown_issuer(&fault) && self.named.iter().any(|named| named == shown) =>
            {
                verify_server_name(&ParsedCertificate::try_from(shown)?, name)?;
                Ok(ServerCertVerified::assertion())
            }
            usual => usual,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual
            .verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual
            .verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.usual.supported_verify_schemes()
    }
}
