"""Addresses of the officials' portal. Spanish and permanent."""

from django.urls import path

from portals.officials.views import bills, desk, publications

app_name = "officials"

urlpatterns = [
    path("", desk.Desk.as_view(), name="desk"),
    path("bitacora/", desk.LedgerSearch.as_view(), name="ledger"),
    path("proyectos/", bills.BillList.as_view(), name="bills"),
    path("proyectos/ingresar/", bills.FileBill.as_view(), name="file"),
    path("proyectos/recibir/", bills.ReceiveBill.as_view(), name="receive"),
    path("proyectos/tomar/", bills.TakeUpBill.as_view(), name="take-up"),
    path("proyectos/<slug:number>/", bills.DossierDetail.as_view(), name="dossier"),
    path("proyectos/<slug:number>/actos/<slug:act_slug>/", bills.TakeAct.as_view(), name="act"),
    path("publicaciones/", publications.PublicationQueue.as_view(), name="publications"),
    path("publicaciones/aprobar/", publications.ApproveSeveral.as_view(), name="approve-several"),
    path("publicaciones/<int:pk>/", publications.PublicationDetail.as_view(), name="publication"),
    path("publicaciones/<int:pk>/aprobar/", publications.Approve.as_view(), name="approve"),
    path("publicaciones/<int:pk>/devolver/", publications.SendBack.as_view(), name="send-back"),
]
