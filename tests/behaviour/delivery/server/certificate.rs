//! Certificates: good, out of date, and of an authority's making.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// A certificate for `name`, signed by itself, as a server uses it and as PEM.
pub(crate) fn certificate(name: &str) -> (Arc<ServerConfig>, String) {
    certified(rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap())
}

/// The same, out of date since long.
pub(crate) fn old_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(2021, 1, 1);
    certified(parameters)
}

/// The same as programs make it that sign for themselves: it says that it is an authority's.
pub(crate) fn authority_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    certified(parameters)
}

/// The same, of an authority's kind and out of date since long.
pub(crate) fn old_authority_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(2021, 1, 1);
    certified(parameters)
}

fn certified(parameters: rcgen::CertificateParams) -> (Arc<ServerConfig>, String) {
    let signing_key = rcgen::KeyPair::generate().unwrap();
    let made = parameters.self_signed(&signing_key).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let chain = vec![CertificateDer::from(made.der().to_vec())];
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let config = config
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    (Arc::new(config), made.pem())
}
